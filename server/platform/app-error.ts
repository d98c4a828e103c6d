import { errorStatus, type ErrorBody, type ErrorCode, type ErrorData } from '../../shared/errors.ts';

/** A refusal with a code from the closed list. The filter turns it into a reply; the web turns the code into words. */
export class AppError extends Error {
  override name = 'AppError';
  readonly code: ErrorCode;
  readonly data: ErrorData | undefined;

  constructor(code: ErrorCode, data?: ErrorData) {
    super(code);
    this.code = code;
    this.data = data;
  }

  get status(): number {
    return errorStatus[this.code];
  }

  get body(): ErrorBody {
    return { error: this.data ? { code: this.code, data: this.data } : { code: this.code } };
  }
}
