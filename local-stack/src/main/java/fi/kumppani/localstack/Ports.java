package fi.kumppani.localstack;

import org.springframework.boot.context.properties.bind.DefaultValue;

/** Every port of a local system, so that each can be moved when something else uses it. */
public record Ports(
        @DefaultValue("8080") int portal,
        @DefaultValue("8081") int registry,
        @DefaultValue("8082") int events,
        @DefaultValue("8083") int grants,
        @DefaultValue("8084") int newsletter,
        @DefaultValue("8090") int identity,
        @DefaultValue("27018") int mongodb,
        @DefaultValue("19092") int kafka,
        @DefaultValue("19093") int kafkaController,
        @DefaultValue("1025") int smtp,
        @DefaultValue("8025") int mail) {}
