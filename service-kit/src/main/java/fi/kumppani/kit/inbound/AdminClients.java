package fi.kumppani.kit.inbound;

import fi.kumppani.kit.outbox.KafkaSettings;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

import java.util.Map;

/** Makes short-lived admin clients that give up soon when the broker is away. */
final class AdminClients {

    private static final int PATIENCE_MILLIS = 5000;

    private final KafkaSettings settings;

    AdminClients(KafkaSettings settings) {
        this.settings = settings;
    }

    /**
     * A new client, to be closed by the caller.
     *
     * @throws org.apache.kafka.common.KafkaException when no address of the broker can be resolved
     */
    Admin create() {
        return Admin.create(
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        settings.brokers(),
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        PATIENCE_MILLIS,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        PATIENCE_MILLIS));
    }
}
