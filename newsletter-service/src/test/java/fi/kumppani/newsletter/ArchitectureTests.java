package fi.kumppani.newsletter;

import fi.kumppani.kit.architecture.ServiceRules;

class ArchitectureTests extends ServiceRules {

    ArchitectureTests() {
        super(NewsletterServiceApplication.class);
    }
}
