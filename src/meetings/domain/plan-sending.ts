export interface BoardSeat {
  readonly memberId: string;
  readonly hasLeft: boolean;
  readonly hasAddress: boolean;
  /** Was sent an invitation to this meeting that still stands. */
  readonly isInvited: boolean;
}

export type Delivery = 'invite' | 'update' | 'cancel';

export interface PlannedDelivery {
  readonly memberId: string;
  readonly delivery: Delivery;
}

/** What sending means. Without a change only those get mail who joined or left since; `resend` writes to everybody. */
export function planSending(
  seats: readonly BoardSeat[],
  { changed, resend }: { readonly changed: boolean; readonly resend: boolean },
): PlannedDelivery[] {
  return seats.flatMap(({ memberId, hasLeft, hasAddress, isInvited }): PlannedDelivery[] => {
    if (!hasAddress) return [];
    if (hasLeft) return isInvited ? [{ memberId, delivery: 'cancel' }] : [];
    if (!isInvited) return [{ memberId, delivery: 'invite' }];
    return changed || resend ? [{ memberId, delivery: 'update' }] : [];
  });
}
