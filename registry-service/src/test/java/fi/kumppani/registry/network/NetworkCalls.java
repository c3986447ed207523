package fi.kumppani.registry.network;

import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.registry.Caller;
import fi.kumppani.registry.Caller.Answer;

import java.util.UUID;

/** Calls about the networks of one municipality. */
public final class NetworkCalls {

    /** A network that is fully described. */
    public static final String FORUM =
            """
            {"name": {"fi": "Seurafoorumi", "sv": "Forum"},
             "description": {"fi": "Seurat ja kaupunki yhdessä"},
             "contactRole": {"fi": "Seurakoordinaattori"}}
            """;

    private final Caller caller;
    private final String municipality;

    public NetworkCalls(Caller caller, String municipality) {
        this.caller = caller;
        this.municipality = municipality;
    }

    /** Where the municipality's things are. */
    public String here() {
        return "/v1/municipalities/" + municipality;
    }

    /** A coordinator of the municipality. */
    public Tokens coordinator() {
        return Caller.coordinator(municipality);
    }

    /** Somebody who holds a mandate of the association for the registry. */
    public Tokens representativeOf(String association) {
        String subject = UUID.randomUUID().toString();
        Answer granted =
                create(
                        "/mandates",
                        """
                        {"associationId": "%s", "subject": "%s", "module": "registry"}
                        """
                                .formatted(association, subject));
        if (granted.status() != 201) {
            throw new AssertionError(granted);
        }
        return Tokens.of(subject);
    }

    /** The path of a new network. */
    public String network() {
        return here() + "/networks/" + create("/networks", FORUM).text("/id");
    }

    /** The id of a new association. */
    public String association() {
        return create("/associations", "{\"name\": {\"fi\": \"Seura ry\"}, \"form\": \"other\"}")
                .text("/id");
    }

    /** A coordinator makes something. */
    public Answer create(String what, String json) {
        return caller.post(
                here() + what,
                coordinator(),
                json,
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    /** A coordinator lets an association in that has never been there. */
    public Answer admit(String network, String association) {
        return caller.put(membership(network, association), coordinator(), "{}", "\"0\"");
    }

    /** The path of a membership. */
    public static String membership(String network, String association) {
        return network + "/memberships/" + association;
    }
}
