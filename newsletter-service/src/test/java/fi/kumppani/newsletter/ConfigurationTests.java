package fi.kumppani.newsletter;

import fi.kumppani.kit.architecture.ConfigurationRules;

class ConfigurationTests extends ConfigurationRules {}
