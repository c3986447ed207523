package fi.kumppani.registry;

import fi.kumppani.kit.architecture.ConfigurationRules;

class ConfigurationTests extends ConfigurationRules {}
