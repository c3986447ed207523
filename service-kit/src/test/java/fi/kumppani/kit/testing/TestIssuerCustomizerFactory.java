package fi.kumppani.kit.testing;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

import java.util.List;
import java.util.Map;

/**
 * Points every service under test to the {@link TestIssuer} and gives it a key to sign links with;
 * what a test sets itself stays.
 */
final class TestIssuerCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return new TestIssuerCustomizer();
    }

    /** A record, because contexts are cached by the equality of their customizers. */
    private record TestIssuerCustomizer() implements ContextCustomizer {

        private static final String OF_THE_TEST =
                TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;

        @Override
        public void customizeContext(
                ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            MutablePropertySources sources = context.getEnvironment().getPropertySources();
            MapPropertySource ours =
                    new MapPropertySource(
                            "test-issuer",
                            Map.of(
                                    "kumppani.security.issuer",
                                    TestIssuer.ISSUER,
                                    "kumppani.security.jwk-set-uri",
                                    TestIssuer.jwkSetUri(),
                                    "kumppani.links.key",
                                    "dGVzdHMtc2lnbi10aGVpci1saW5rcy13aXRoLXRoaXMta2V5IQ==",
                                    "kumppani.confidential.key",
                                    TestJournals.CONFIDENTIAL_KEY));
            if (sources.contains(OF_THE_TEST)) {
                sources.addAfter(OF_THE_TEST, ours);
            } else {
                sources.addFirst(ours);
            }
        }
    }
}
