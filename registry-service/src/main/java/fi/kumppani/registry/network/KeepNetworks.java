package fi.kumppani.registry.network;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.registry.municipality.Classification;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;

/** A coordinator begins a network, describes it anew, or ends it. */
@Service
public class KeepNetworks {

    private final Networks networks;
    private final Classification classification;
    private final Ids ids;
    private final Clock clock;

    KeepNetworks(Networks networks, Classification classification, Ids ids, Clock clock) {
        this.networks = networks;
        this.classification = classification;
        this.ids = ids;
        this.clock = clock;
    }

    /** What became of a network that was to begin. */
    public sealed interface Beginning {

        /** It has begun, now or by the same request before. */
        record Done(String id) implements Beginning {}

        /** The request's key was used for something else. */
        record KeyReused() implements Beginning {}

        /** The classification has no such municipality. */
        record UnknownMunicipality() implements Beginning {}
    }

    /** Begins a network of the current municipality. */
    public Beginning begin(Profile profile, Creation creation) {
        if (classification.municipality(Tenancy.current()).isEmpty()) {
            return new Beginning.UnknownMunicipality();
        }
        return switch (networks.add(new Network.Active(ids.next(), profile), creation)) {
            case Networks.Addition.Kept(String id) -> new Beginning.Done(id);
            case Networks.Addition.KeyReused _ -> new Beginning.KeyReused();
        };
    }

    /**
     * Describes it anew; the same again changes nothing and is told to nobody.
     *
     * @param version the version the caller has seen
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    public Outcome<Network> change(String id, long version, Profile profile) {
        return networks.change(
                id,
                version,
                network ->
                        switch (network) {
                            case Network.Ended _ -> new Step.Refuse<>(Refusal.NETWORK_ENDED);
                            case Network.Active active when active.profile().equals(profile) ->
                                    new Step.Stay<>();
                            case Network.Active active -> new Step.Take<>(active.with(profile));
                        });
    }

    /**
     * Ends it for good; one that has ended stays as it is.
     *
     * @param version the version the caller has seen
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    public Outcome<Network> end(String id, long version) {
        LocalDate today = LocalDate.now(clock.withZone(FinnishTime.ZONE));
        return networks.change(
                id,
                version,
                network ->
                        switch (network) {
                            case Network.Active active -> new Step.Take<>(active.end(today));
                            case Network.Ended _ -> new Step.Stay<>();
                        });
    }
}
