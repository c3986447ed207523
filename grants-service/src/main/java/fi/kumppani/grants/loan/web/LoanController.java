package fi.kumppani.grants.loan.web;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.loan.LoanPlan;
import fi.kumppani.grants.loan.ReadLoan;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.time.FinnishTime;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** How a loan is paid back. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications/{id}/repayment-plan")
class LoanController {

    private final ReadLoan readLoan;
    private final Callers callers;
    private final Clock clock;

    LoanController(ReadLoan readLoan, Callers callers, Clock clock) {
        this.readLoan = readLoan;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * The plan as it stands today.
     *
     * @param lent what was paid out
     * @param left what is still to come back
     * @param overdue what should have come back by now and did not
     */
    record LoanView(Euros lent, Euros left, Euros overdue, List<PartView> parts) {

        static LoanView of(LoanPlan plan, LocalDate today) {
            return new LoanView(
                    plan.lent(),
                    plan.left(),
                    plan.overdue(today),
                    plan.parts().stream().map(part -> PartView.of(part, today)).toList());
        }
    }

    /** A part of the plan. */
    record PartView(int number, LocalDate dueOn, Euros amount, Euros repaid, boolean overdue) {

        static PartView of(LoanPlan.Part part, LocalDate today) {
            return new PartView(
                    part.number(),
                    part.dueOn(),
                    part.amount(),
                    part.repaid(),
                    part.isOverdue(today));
        }
    }

    /** The plan; nothing of a grant that is no loan. */
    @OpenToSignedIn(byMandate = true)
    @GetMapping
    LoanView one(@PathVariable String id, CurrentUser user) {
        return readLoan.plan(callers.decided(new ApplicationId(id), user))
                .map(plan -> LoanView.of(plan, FinnishTime.today(clock)))
                .orElseThrow(Problems::notFound);
    }
}
