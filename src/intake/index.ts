/** How sealed bids come in: uploads in chunks, submissions with the instant of their receipt, receipts that anybody can check. */
import path from 'node:path';

export { FULL_CHUNK } from './bounds.ts';
export { POINTS, type Intake, type Point, type Sender } from './intake.ts';
export { ensureKey, publishedKeys, rotateKey, type PublishedKey } from './key.store.ts';
export { chunksOf, logRefusedRead, receiptOf, sealedBids, SETTLED_AFTER, statusFor, type BidStatus, type LotStatus, type Reader, type RefusedRead, type SealedBid } from './read.store.ts';
export { readReceipt, signReceipt, verifyReceipt, type Receipt, type ReceiptFile } from './receipt.ts';
export { deadlineSigner, movedDeadlineFile, readMovedDeadline, verifyMovedDeadline, type DeadlineFacts, type DeadlineSignature, type MovedDeadline } from './moved-deadline.ts';
export { reasonOf, type IntakeFailure, type Reason } from './refused.ts';
export { intakeRoutes } from './intake.routes.ts';
export { BID_PAGES, formAddress, receiptAddress, withdrawalAddress } from './addresses.ts';
export type { BidAction, BidSubject, IntakeServing, Place } from './serving.ts';
export { submit, withdraw, type Asking, type Submitting } from './submit.ts';
export { intakeIn, type IntakeDatabase, type IntakeTables } from './tables.ts';
export { cancelTarget, moveDeadline, setTarget, type Target } from './target.store.ts';
export { beginUpload, missingChunks, putChunk, sweepUploads, type BeginUpload, type Chunk, type MissingChunk } from './upload.store.ts';

/** The tables of bids that come in. */
export const intakeMigrations = { room: 'intake', folder: path.join(import.meta.dirname, 'migrations') };
