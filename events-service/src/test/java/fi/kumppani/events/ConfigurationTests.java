package fi.kumppani.events;

import fi.kumppani.kit.architecture.ConfigurationRules;

class ConfigurationTests extends ConfigurationRules {}
