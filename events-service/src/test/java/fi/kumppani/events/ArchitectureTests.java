package fi.kumppani.events;

import fi.kumppani.kit.architecture.ServiceRules;

class ArchitectureTests extends ServiceRules {

    ArchitectureTests() {
        super(EventsServiceApplication.class);
    }
}
