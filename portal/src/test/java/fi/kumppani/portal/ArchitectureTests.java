package fi.kumppani.portal;

import fi.kumppani.kit.architecture.CodeRules;

class ArchitectureTests extends CodeRules {

    ArchitectureTests() {
        super(PortalApplication.class);
    }
}
