package fi.kumppani.portal;

import fi.kumppani.kit.architecture.ConfigurationRules;

class ConfigurationTests extends ConfigurationRules {}
