package fi.kumppani.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

class AccessRulesTests {

    private final JavaClasses good = new ClassFileImporter().importClasses(Good.class);

    @Test
    void acceptsHandlersThatSayWhoMayCallThem() {
        AccessRules.EVERY_HANDLER_SAYS_WHO_MAY_CALL_IT.check(good);
        AccessRules.ANONYMOUS_WRITES_AND_SIGNED_LINKS_ARE_RATE_LIMITED.check(good);
    }

    @Test
    void findsHandlersThatSayNothingOrTooMuch() {
        JavaClasses planted = new ClassFileImporter().importClasses(Planted.class);
        assertThat(
                        AccessRules.EVERY_HANDLER_SAYS_WHO_MAY_CALL_IT
                                .evaluate(planted)
                                .getFailureReport()
                                .getDetails())
                .hasSize(2)
                .anyMatch(detail -> detail.contains("silent"))
                .anyMatch(detail -> detail.contains("contradicting"));
    }

    @Test
    void findsAnonymousWritesAndLinksWithoutALimit() {
        JavaClasses planted = new ClassFileImporter().importClasses(Planted.class);
        assertThat(
                        AccessRules.ANONYMOUS_WRITES_AND_SIGNED_LINKS_ARE_RATE_LIMITED
                                .evaluate(planted)
                                .getFailureReport()
                                .getDetails())
                .hasSize(2)
                .anyMatch(detail -> detail.contains("unlimitedWrite"))
                .anyMatch(detail -> detail.contains("unlimitedLink"));
    }

    static class Good {

        @OpenToAll
        @GetMapping
        void read() {}

        @OpenToAll
        @RateLimited
        @PostMapping
        void write() {}

        @OpenToRoles(Role.COORDINATOR)
        @PostMapping
        void manage() {}
    }

    static class Planted {

        @GetMapping
        void silent() {}

        @OpenToAll
        @OpenToSignedIn
        @GetMapping
        void contradicting() {}

        @OpenToAll
        @PostMapping
        void unlimitedWrite() {}

        @OpenToSignedLink
        @GetMapping
        void unlimitedLink() {}
    }
}
