package fi.kumppani.grants.interest.web;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.interest.Declaration;
import fi.kumppani.grants.interest.Declarations;
import fi.kumppani.grants.interest.DeclareInterest;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IfMatch;
import fi.kumppani.kit.web.Page;

import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Ties to associations. Everybody who handles or decides declares their own and reads no others;
 * all of them are read by the coordinator, who gives mandates as well and decides nothing.
 */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/interest-ties")
class TieController {

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final DeclareInterest declareInterest;
    private final Declarations declarations;

    TieController(DeclareInterest declareInterest, Declarations declarations) {
        this.declareInterest = declareInterest;
        this.declarations = declarations;
    }

    /** What everybody declared. */
    @OpenToRoles(Role.COORDINATOR)
    @GetMapping
    Page<DeclarationView> all(Cursor cursor) {
        return cursor.page(
                        declarations.list(
                                Objects.requireNonNullElse(cursor.after(), ""), cursor.fetchSize()),
                        Declaration::subject)
                .map(DeclarationView::of);
    }

    /** The own declaration; empty and in version 0 until something is declared. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping("/mine")
    ResponseEntity<DeclarationView> mine(CurrentUser user) {
        return declarations
                .find(user.subject())
                .map(TieController::view)
                .orElseGet(() -> view(0, Declaration.of(user.subject())));
    }

    /**
     * Declares a tie. What was declared stays; the same again changes nothing.
     *
     * @param tie a UUID that the client chooses for it
     */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @PutMapping("/mine/{tie}")
    ResponseEntity<DeclarationView> declare(
            @PathVariable String tie, @Valid @RequestBody TieRequest request, CurrentUser user) {
        if (!ID.matcher(tie).matches()) {
            throw Problems.malformed("tie", "uuid", "A UUID in lower case");
        }
        return answer(
                declareInterest.declare(
                        user.subject(),
                        tie,
                        new AssociationId(request.associationId()),
                        request.tieKind(),
                        request.from(),
                        request.until()));
    }

    /** States when a tie ends; what was stated before stays readable. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @PutMapping("/mine/{tie}/end")
    ResponseEntity<DeclarationView> end(
            @PathVariable String tie,
            @Valid @RequestBody EndRequest request,
            IfMatch seen,
            CurrentUser user) {
        return answer(
                declareInterest
                        .end(user.subject(), tie, request.until(), seen.version())
                        .orElseThrow(Problems::notFound));
    }

    private static ResponseEntity<DeclarationView> answer(DeclareInterest.Result result) {
        return switch (result) {
            case DeclareInterest.Result.Kept(var declaration) -> view(declaration);
            case DeclareInterest.Result.AssociationUnknown _ ->
                    throw Problems.invalid(
                            "associationId", "unknown", "The registry has told of no such one");
            case DeclareInterest.Result.EndsBeforeItBegins _ ->
                    throw Problems.invalid("until", "before-from", "Not before the first day");
            case DeclareInterest.Result.OtherwiseDeclared _ ->
                    throw Problems.refused(
                            "otherwise-declared", "What was declared stays; state its end instead");
            case DeclareInterest.Result.Full _ ->
                    throw Problems.refused("ties-full", "At most " + Declaration.MOST);
        };
    }

    private static ResponseEntity<DeclarationView> view(Stored<Declaration> stored) {
        return view(stored.version(), stored.body());
    }

    private static ResponseEntity<DeclarationView> view(long version, Declaration declaration) {
        return ResponseEntity.ok().eTag(ETags.of(version)).body(DeclarationView.of(declaration));
    }
}
