package fi.kumppani.grants.payment;

import java.time.LocalDate;
import java.util.List;

/** Says what an instalment has to wait for; all there are are asked. */
public interface PaymentHolds {

    /** What it waits for on this day; nothing when it can be paid. */
    List<Hold> of(Candidate candidate, Instalment instalment, LocalDate today);
}
