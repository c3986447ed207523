package fi.kumppani.localstack.identity;

import fi.kumppani.localstack.Engine;
import fi.kumppani.localstack.LocalStackSettings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** OpenID Connect for a local system: Spring Authorization Server with the demonstration users. */
public final class IdentityEngine implements Engine {

    private final LocalStackSettings settings;
    private @Nullable ConfigurableApplicationContext context;

    public IdentityEngine(LocalStackSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public String address() {
        return settings.issuer();
    }

    @Override
    public void start() {
        var application =
                new SpringApplicationBuilder(IdentityApplication.class)
                        .properties("spring.config.name=identity")
                        .registerShutdownHook(false)
                        .initializers(
                                starting ->
                                        starting.getBeanFactory()
                                                .registerSingleton("settings", settings))
                        .build();
        context = application.run("--server.port=" + settings.ports().identity());
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }
}
