package fi.kumppani.grants.deminimis;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.grantapplication.AidLimit;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.ledger.OperationId;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Service;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Counts aid by the undertaking that has it, one versioned write for each answer. */
@Service
class CountAid implements AidLimit {

    private final AidAccounts accounts;

    CountAid(AidAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Answer claim(Aid aid) {
        MunicipalityCode here = Tenancy.current();
        return change(aid.undertaking(), account -> account.claim(aid, here))
                .answered(aid.operation())
                .orElseThrow(() -> new IllegalStateException("A claim was not answered"));
    }

    @Override
    public void release(AssociationId undertaking, OperationId operation) {
        var _ = change(undertaking, account -> account.release(operation));
    }

    @Override
    public void giveBack(
            AssociationId undertaking,
            ApplicationId application,
            OperationId operation,
            Euros amount) {
        var _ = change(undertaking, account -> account.giveBack(application, operation, amount));
    }

    @Override
    public Optional<Answer> answered(AssociationId undertaking, OperationId operation) {
        return accounts.of(undertaking).body().answered(operation);
    }

    private UndertakingAid change(
            AssociationId undertaking, Function<UndertakingAid, Optional<UndertakingAid>> decide) {
        return accounts.change(undertaking, OptionalLong.empty(), decide).body();
    }
}
