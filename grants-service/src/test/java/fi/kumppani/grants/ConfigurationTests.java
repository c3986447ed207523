package fi.kumppani.grants;

import fi.kumppani.kit.architecture.ConfigurationRules;

class ConfigurationTests extends ConfigurationRules {}
