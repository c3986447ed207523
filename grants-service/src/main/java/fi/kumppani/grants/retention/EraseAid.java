package fi.kumppani.grants.retention;

import fi.kumppani.grants.deminimis.AidAccounts;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplications;

import org.springframework.stereotype.Service;

import java.util.OptionalLong;

/** Erases what an application has of de minimis aid, when it does not count any more. */
@Service
class EraseAid implements Eraser {

    private final GrantApplications applications;
    private final AidAccounts accounts;

    EraseAid(GrantApplications applications, AidAccounts accounts) {
        this.applications = applications;
        this.accounts = accounts;
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.DE_MINIMIS;
    }

    @Override
    public Erased erase(String subject) {
        var id = new ApplicationId(subject);
        applications
                .find(id)
                .filter(
                        found ->
                                accounts.of(found.body().filing().applicant())
                                        .body()
                                        .without(id)
                                        .isPresent())
                .ifPresent(
                        found -> {
                            var _ =
                                    accounts.change(
                                            found.body().filing().applicant(),
                                            OptionalLong.empty(),
                                            known -> known.without(id));
                        });
        return Erased.GONE;
    }
}
