package fi.kumppani.grants.bankaccount.web;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.applicant.Mandates;
import fi.kumppani.grants.bankaccount.BankAccount;
import fi.kumppani.grants.bankaccount.BankAccounts;
import fi.kumppani.grants.bankaccount.ChangeBankAccount;
import fi.kumppani.grants.bankaccount.Iban;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IfMatch;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The account that the grants of an application's association are paid to; one account for all its
 * applications to the municipality.
 */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications/{id}/bank-account")
class BankAccountController {

    private final ChangeBankAccount changeBankAccount;
    private final BankAccounts accounts;
    private final Mandates mandates;
    private final Callers callers;

    BankAccountController(
            ChangeBankAccount changeBankAccount,
            BankAccounts accounts,
            Mandates mandates,
            Callers callers) {
        this.changeBankAccount = changeBankAccount;
        this.accounts = accounts;
        this.mandates = mandates;
        this.callers = callers;
    }

    /** The account, masked. */
    @OpenToSignedIn(byMandate = true)
    @GetMapping
    ResponseEntity<BankAccountView> one(@PathVariable String id, CurrentUser user) {
        GrantApplication application = callers.readableWithApplicant(new ApplicationId(id), user);
        return view(accounts.find(application.filing().applicant()));
    }

    /** An account as people write it, with or without blanks. */
    record AccountRequest(@NotBlank @Size(max = 50) String iban) {}

    /** Enters an account. Unless it is the first, it waits for a second person. */
    @OpenToSignedIn(byMandate = true)
    @PutMapping
    ResponseEntity<BankAccountView> enter(
            @PathVariable String id,
            @Valid @RequestBody AccountRequest request,
            IfMatch seen,
            CurrentUser user) {
        GrantApplication application = callers.writable(new ApplicationId(id), user).body();
        AssociationId association = application.filing().applicant();
        var enterer =
                new BankAccount.Enterer(
                        user.subject(),
                        mandates.permit(user.subject(), association),
                        application.proposal().contact());
        return view(
                changeBankAccount.enter(
                        association, iban(request.iban()), enterer, seen.version()));
    }

    private static Iban iban(String text) {
        return switch (Iban.read(text)) {
            case Iban.Reading.Sound(var iban) -> iban;
            case Iban.Reading.Faulty(var fault) ->
                    throw Problems.invalid(
                            "iban",
                            WireCodes.of(fault),
                            switch (fault) {
                                case NOT_AN_IBAN -> "An IBAN with right check digits";
                                case OUTSIDE_SEPA -> "An account in a SEPA country";
                            });
        };
    }

    /**
     * Confirms the account that waits: another representative, or an officer; never who entered it.
     */
    @OpenToSignedIn(byMandate = true)
    @PutMapping("/confirmation")
    ResponseEntity<BankAccountView> confirm(
            @PathVariable String id, IfMatch seen, CurrentUser user) {
        GrantApplication application = callers.writable(new ApplicationId(id), user).body();
        return moved(
                changeBankAccount.confirm(
                        application.filing().applicant(), user.subject(), seen.version()));
    }

    /** Drops the account that waits. */
    @OpenToSignedIn(byMandate = true)
    @DeleteMapping("/proposal")
    ResponseEntity<BankAccountView> drop(@PathVariable String id, IfMatch seen, CurrentUser user) {
        GrantApplication application = callers.writable(new ApplicationId(id), user).body();
        return moved(changeBankAccount.drop(application.filing().applicant(), seen.version()));
    }

    private static ResponseEntity<BankAccountView> moved(ChangeBankAccount.Result result) {
        return switch (result) {
            case ChangeBankAccount.Result.Kept(var account) -> view(account);
            case ChangeBankAccount.Result.Refused(var reason) -> throw Problems.refused(reason);
        };
    }

    private static ResponseEntity<BankAccountView> view(Stored<BankAccount> account) {
        return ResponseEntity.ok()
                .eTag(ETags.of(account.version()))
                .body(BankAccountView.of(account.body()));
    }
}
