package fi.kumppani.grants.retention;

import fi.kumppani.grants.bankaccount.BankAccounts;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplications;

import org.springframework.stereotype.Service;

/** Erases the account that the grants of an association were paid to. */
@Service
class EraseAccount implements Eraser {

    private final GrantApplications applications;
    private final BankAccounts accounts;

    EraseAccount(GrantApplications applications, BankAccounts accounts) {
        this.applications = applications;
        this.accounts = accounts;
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.BANK_ACCOUNT;
    }

    @Override
    public Erased erase(String subject) {
        applications
                .find(new ApplicationId(subject))
                .ifPresent(found -> accounts.erase(found.body().filing().applicant()));
        return Erased.GONE;
    }
}
