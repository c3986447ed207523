package fi.kumppani.grants.loan;

/** What borrowers of the current municipality were told of parts that are due. */
public interface LoanReminders {

    /** Has the borrower told; kept before, nothing more. */
    void keep(LoanReminder reminder);
}
