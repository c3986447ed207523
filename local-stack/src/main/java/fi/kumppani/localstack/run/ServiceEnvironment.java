package fi.kumppani.localstack.run;

import fi.kumppani.localstack.LocalStackSettings;
import fi.kumppani.localstack.OwnerOnlyFile;
import fi.kumppani.localstack.identity.Demonstration;
import fi.kumppani.localstack.system.Service;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** What every service is told about the system it is part of. */
final class ServiceEnvironment {

    private static final int KEY_BYTES = 32;

    /** In a smoke walk a hundred people come from one address within seconds. */
    private static final String SMOKE_RATE_LIMIT_SCALE = "20";

    private final LocalStackSettings settings;
    private final boolean smoke;

    ServiceEnvironment(LocalStackSettings settings, boolean smoke) {
        this.settings = settings;
        this.smoke = smoke;
    }

    Map<String, String> of(Service service) {
        var ports = settings.ports();
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_ADDRESS", "localhost");
        environment.put("SERVER_PORT", String.valueOf(service.port(ports)));
        environment.put("KUMPPANI_MONGODB_URI", mongodbUri());
        environment.put("KUMPPANI_KAFKA", kafka());
        environment.put("KUMPPANI_ISSUER", settings.issuer());
        environment.put("KUMPPANI_SMTP_HOST", "localhost");
        environment.put("KUMPPANI_SMTP_PORT", String.valueOf(ports.smtp()));
        environment.put("KUMPPANI_REGISTRY_URL", Service.REGISTRY.address(ports).toString());
        environment.put("KUMPPANI_EVENTS_URL", Service.EVENTS.address(ports).toString());
        environment.put("KUMPPANI_GRANTS_URL", Service.GRANTS.address(ports).toString());
        environment.put("KUMPPANI_NEWSLETTER_URL", Service.NEWSLETTER.address(ports).toString());
        environment.put("KUMPPANI_PORTAL_URL", settings.portalUrl());
        environment.put("KUMPPANI_CLIENT_SECRET", Demonstration.secretOf(service.module()));
        environment.put("KUMPPANI_LINK_KEY", key("links"));
        environment.put("KUMPPANI_DATA_KEY", key("confidential"));
        if (service == Service.PORTAL) {
            environment.put("KUMPPANI_FORM_KEY", key("forms"));
            environment.putAll(DemonstrationLooks.environment(settings.dataOf("looks")));
        }
        if (smoke) {
            environment.put("KUMPPANI_SECURITY_RATELIMITSCALE", SMOKE_RATE_LIMIT_SCALE);
        }
        return environment;
    }

    String mongodbUri() {
        String given = settings.mongodb().uri();
        return given != null ? given : "mongodb://localhost:" + settings.ports().mongodb();
    }

    String kafka() {
        String given = settings.kafka();
        return given != null ? given : "localhost:" + settings.ports().kafka();
    }

    /** Made once: what was sent or kept yesterday must open today. */
    private String key(String purpose) {
        return OwnerOnlyFile.readOrCreate(
                settings.dataOf(purpose).resolve("key"),
                () -> {
                    var key = new byte[KEY_BYTES];
                    new SecureRandom().nextBytes(key);
                    return Base64.getEncoder().encodeToString(key);
                });
    }
}
