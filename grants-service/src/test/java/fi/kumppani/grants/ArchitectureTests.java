package fi.kumppani.grants;

import fi.kumppani.kit.architecture.ServiceRules;

class ArchitectureTests extends ServiceRules {

    ArchitectureTests() {
        super(GrantsServiceApplication.class);
    }
}
