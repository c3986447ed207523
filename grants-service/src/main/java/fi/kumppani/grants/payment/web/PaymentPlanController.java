package fi.kumppani.grants.payment.web;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.payment.ReadPayables;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToSignedIn;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** In which instalments a grant is paid, and what they wait for. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications/{id}/payment-plan")
class PaymentPlanController {

    private final ReadPayables readPayables;
    private final Callers callers;

    PaymentPlanController(ReadPayables readPayables, Callers callers) {
        this.readPayables = readPayables;
        this.callers = callers;
    }

    /** The instalments; none for what was refused. */
    @OpenToSignedIn(byMandate = true)
    @GetMapping
    Plan one(@PathVariable String id, CurrentUser user) {
        return new Plan(
                readPayables.of(List.of(callers.decided(new ApplicationId(id), user))).stream()
                        .map(PayableView::of)
                        .toList());
    }

    /** All instalments, in their order. */
    record Plan(List<PayableView> items) {}
}
