package fi.kumppani.registry;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import fi.kumppani.kit.architecture.ServiceRules;
import fi.kumppani.kit.security.AccessRules;

import org.junit.jupiter.api.Test;

class ArchitectureTests extends ServiceRules {

    ArchitectureTests() {
        super(RegistryServiceApplication.class);
    }

    @Test
    void handlersSayWhoMayCallThem() {
        var mainCode =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackagesOf(RegistryServiceApplication.class);
        AccessRules.EVERY_HANDLER_SAYS_WHO_MAY_CALL_IT.check(mainCode);
        AccessRules.ANONYMOUS_WRITES_AND_SIGNED_LINKS_ARE_RATE_LIMITED.check(mainCode);
    }
}
