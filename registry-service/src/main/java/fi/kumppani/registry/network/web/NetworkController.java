package fi.kumppani.registry.network.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IdempotencyKey;
import fi.kumppani.kit.web.IfMatch;
import fi.kumppani.kit.web.Page;
import fi.kumppani.registry.network.KeepNetworks;
import fi.kumppani.registry.network.KeepNetworks.Beginning;
import fi.kumppani.registry.network.Network;
import fi.kumppani.registry.network.Networks;
import fi.kumppani.registry.network.Outcome;
import fi.kumppani.registry.network.Profile;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The networks of a municipality, written by coordinators and read by everybody. */
@RestController
@RequestMapping("/v1/municipalities/{code}/networks")
class NetworkController {

    private static final String BEGIN = "registry.network.begin";
    private static final long FIRST_VERSION = 1;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DESCRIPTION = 2000;

    private final KeepNetworks keepNetworks;
    private final Networks networks;

    NetworkController(KeepNetworks keepNetworks, Networks networks) {
        this.keepNetworks = keepNetworks;
        this.networks = networks;
    }

    /**
     * A network as a coordinator writes it.
     *
     * @param name at most 200 characters in each language
     * @param description at most 2 000
     * @param contactRole at most 200; a role, never a person
     */
    record NetworkRequest(
            @NotNull LocalizedText name,
            @Nullable LocalizedText description,
            @Nullable LocalizedText contactRole) {

        Profile read() {
            new FieldErrors()
                    .longest("name", name, LONGEST_NAME)
                    .longest("description", description, LONGEST_DESCRIPTION)
                    .longest("contactRole", contactRole, LONGEST_NAME)
                    .throwIfAny();
            return new Profile(
                    name, Optional.ofNullable(description), Optional.ofNullable(contactRole));
        }
    }

    /** What never changes about a network, so that a repeated request is answered the same. */
    record BegunView(String id) {}

    /**
     * A network as anybody may read it.
     *
     * @param status {@code active} or {@code ended}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NetworkView(
            String id,
            LocalizedText name,
            @Nullable LocalizedText description,
            @Nullable LocalizedText contactRole,
            String status,
            @Nullable LocalDate endedOn) {

        static NetworkView of(Network network) {
            return switch (network) {
                case Network.Active active -> of(active, "active", null);
                case Network.Ended ended -> of(ended, "ended", ended.endedOn());
            };
        }

        private static NetworkView of(Network network, String status, @Nullable LocalDate endedOn) {
            Profile profile = network.profile();
            return new NetworkView(
                    network.id(),
                    profile.name(),
                    profile.description().orElse(null),
                    profile.contactRole().orElse(null),
                    status,
                    endedOn);
        }
    }

    /** All networks, the oldest first; those that have ended are among them. */
    @OpenToAll
    @GetMapping
    Page<NetworkView> list(@PathVariable String code, Cursor cursor) {
        List<Stored<Network>> found =
                networks.list(Objects.requireNonNullElse(cursor.after(), ""), cursor.fetchSize());
        return cursor.page(found, Stored::id).map(stored -> NetworkView.of(stored.body()));
    }

    @OpenToAll
    @GetMapping("/{id}")
    ResponseEntity<NetworkView> read(@PathVariable String code, @PathVariable String id) {
        return networks.find(id).map(NetworkController::answer).orElseThrow(Problems::notFound);
    }

    @OpenToRoles(Role.COORDINATOR)
    @PostMapping
    ResponseEntity<BegunView> begin(
            @PathVariable String code,
            @Valid @RequestBody NetworkRequest request,
            IdempotencyKey key) {
        var creation = new Creation(key.uniqueKey(BEGIN), key.bodyHash());
        return switch (keepNetworks.begin(request.read(), creation)) {
            case Beginning.Done(String id) -> begun(id);
            case Beginning.KeyReused _ -> throw IdempotencyKey.reused();
            case Beginning.UnknownMunicipality _ ->
                    throw Problems.invalid(
                            "municipality", "unknown", "There is no such municipality");
        };
    }

    /** Describes a network anew. */
    @OpenToRoles(Role.COORDINATOR)
    @PutMapping("/{id}")
    ResponseEntity<NetworkView> change(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @RequestBody NetworkRequest request,
            IfMatch seen) {
        return answer(keepNetworks.change(id, seen.version(), request.read()));
    }

    /** Ends a network for good; its members stay known. */
    @OpenToRoles(Role.COORDINATOR)
    @PutMapping("/{id}/ending")
    ResponseEntity<NetworkView> end(
            @PathVariable String code, @PathVariable String id, IfMatch seen) {
        return answer(keepNetworks.end(id, seen.version()));
    }

    private static ResponseEntity<BegunView> begun(String id) {
        return ResponseEntity.created(
                        URI.create("/v1/municipalities/" + Tenancy.current() + "/networks/" + id))
                .eTag(ETags.of(FIRST_VERSION))
                .body(new BegunView(id));
    }

    private static ResponseEntity<NetworkView> answer(Outcome<Network> outcome) {
        return switch (outcome) {
            case Outcome.Kept<Network>(Stored<Network> network) -> answer(network);
            case Outcome.Refused<Network>(var refusal) -> throw Problems.refused(refusal);
            case Outcome.Unknown<Network> _ -> throw Problems.notFound();
        };
    }

    private static ResponseEntity<NetworkView> answer(Stored<Network> network) {
        return ResponseEntity.ok()
                .eTag(ETags.of(network.version()))
                .body(NetworkView.of(network.body()));
    }
}
