export { wizardRoutes } from './wizard.routes.ts';
