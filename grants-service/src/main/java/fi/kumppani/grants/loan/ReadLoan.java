package fi.kumppani.grants.loan;

import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.recovery.ClaimBack;
import fi.kumppani.grants.scheme.PaymentTerms;

import org.springframework.stereotype.Service;

import java.util.Optional;

/** Looks at a loan. What comes back of it is noted as whatever comes back of a grant. */
@Service
public class ReadLoan {

    private final GrantCalls calls;
    private final ClaimBack claimBack;

    ReadLoan(GrantCalls calls, ClaimBack claimBack) {
        this.calls = calls;
        this.claimBack = claimBack;
    }

    /** The plan of a loan as it stands; empty of a grant that is none. */
    public Optional<LoanPlan> plan(GrantApplication.Decided decided) {
        return calls.terms(decided.filing().call()).scheme().payment()
                        instanceof PaymentTerms.AsLoan(var repayment, _)
                ? Optional.of(
                        LoanPlan.of(
                                repayment,
                                claimBack.everPaid(decided),
                                claimBack.load(decided).body().returned()))
                : Optional.empty();
    }
}
