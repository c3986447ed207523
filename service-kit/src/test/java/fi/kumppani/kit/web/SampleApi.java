package fi.kumppani.kit.web;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ServerId;

import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.LinkSigner;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.OpenToScope;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.security.OpenToSignedLink;
import fi.kumppani.kit.security.RateLimited;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.security.SignedLink;
import fi.kumppani.kit.store.ContentionException;
import fi.kumppani.kit.store.StaleVersionException;
import fi.kumppani.kit.store.UniqueValueTakenException;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One handler of each kind. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/samples")
class SampleApi {

    private final LinkSigner links;

    SampleApi(LinkSigner links) {
        this.links = links;
    }

    @OpenToAll
    @GetMapping
    Page<String> list(Cursor cursor) {
        String after = cursor.after();
        int from = after == null ? 0 : Integer.parseInt(after) + 1;
        List<String> found =
                IntStream.range(from, Math.min(5, from + cursor.fetchSize()))
                        .mapToObj(Integer::toString)
                        .toList();
        return cursor.page(found, number -> number);
    }

    @OpenToAll
    @GetMapping("/here")
    Here here(ReaderLanguage language, Optional<CurrentUser> user) {
        return new Here(
                Tenancy.current(),
                language.language(),
                user.map(CurrentUser::subject).orElse(null),
                Instant.parse("2026-11-21T10:00:00Z"),
                LocalDate.parse("2026-11-21"),
                new Euros(40_000));
    }

    @OpenToRoles(Role.COORDINATOR)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created create(@Valid @RequestBody Sample sample, IdempotencyKey key, CurrentUser user) {
        return new Created(sample, key.uniqueKey("samples.create"), key.bodyHash(), user.subject());
    }

    @OpenToRoles({Role.COORDINATOR, Role.GRANT_OFFICER})
    @PutMapping("/{id}")
    ResponseEntity<String> change(@PathVariable String id, IfMatch ifMatch) {
        if (ifMatch.version() != 7) {
            throw new StaleVersionException();
        }
        return ResponseEntity.ok().eTag(ETags.of(8)).body(id);
    }

    @OpenToAll
    @RateLimited(perMinute = 1, burst = 2)
    @PostMapping("/limited")
    void limited() {}

    @OpenToSignedLink
    @RateLimited
    @GetMapping("/linked/{token}")
    String linked(@PathVariable String token) {
        return switch (links.verify(token, "sample.see", Instant.now())) {
            case SignedLink.Valid(String subjectId, long _) -> subjectId;
            case SignedLink.Expired _, SignedLink.Invalid _ -> throw Problems.notFound();
        };
    }

    @OpenToSignedIn
    @GetMapping("/mine")
    CurrentUser mine(CurrentUser user) {
        return user;
    }

    @OpenToSignedIn(byMandate = true)
    @GetMapping("/mandated")
    CurrentUser mandated(CurrentUser user) {
        return user;
    }

    @OpenToAll
    @GetMapping("/counted")
    int counted(@RequestParam @Min(1) int count, @RequestParam LocalDate day) {
        return count + day.getYear();
    }

    @OpenToAll
    @GetMapping("/failing/{how}")
    String failing(@PathVariable String how) {
        throw switch (how) {
            case "refused" -> Problems.refused(Refusal.WINDOW_CLOSED);
            case "taken" -> new UniqueValueTakenException("businessId");
            case "contention" -> new ContentionException();
            case "store" -> new MongoTimeoutException("mongodb://secret-host:27018 is away");
            case "store-left" ->
                    new MongoConnectionPoolClearedException(
                            new ServerId(new ClusterId(), new ServerAddress("secret-host", 27018)),
                            new IllegalStateException("reset"));
            case "store-behind" ->
                    new IllegalStateException("half read", new MongoTimeoutException("away"));
            default -> new IllegalStateException("the password is kissa");
        };
    }

    @GetMapping("/forgotten")
    String forgotten() {
        return "nobody may read this";
    }

    @OpenToAll
    @OpenToSignedIn
    @GetMapping("/contradicting")
    String contradicting() {
        return "nobody may read this";
    }

    enum Refusal {
        WINDOW_CLOSED
    }

    enum Colour {
        RED,
        GREEN
    }

    record Here(
            MunicipalityCode municipality,
            Language language,
            @Nullable String subject,
            Instant at,
            LocalDate day,
            Euros amount) {}

    record Created(Sample sample, String uniqueKey, String bodyHash, String createdBy) {}

    record Sample(
            @NotNull LocalizedText name,
            @NotNull @Size(max = 100) String note,
            @Nullable Euros amount,
            @Nullable MunicipalityCode home,
            @Nullable Language language,
            @Nullable LocalDate day,
            @Nullable Colour colour,
            @Nullable @Valid Venue venue,
            @Nullable List<@Valid Venue> others,
            int seats) {}

    record Venue(@NotBlank String street, @Nullable LocalizedText name) {}

    /** What has no municipality in its path. */
    @RestController
    static class Elsewhere {

        @OpenToScope("contacts:read")
        @PostMapping("/internal/contacts")
        List<String> contacts() {
            return List.of();
        }

        @OpenToRoles(Role.REGIONAL_ANALYST)
        @GetMapping("/v1/regions/{code}/report")
        boolean report(@PathVariable String code) {
            return Tenancy.isBound();
        }
    }
}
