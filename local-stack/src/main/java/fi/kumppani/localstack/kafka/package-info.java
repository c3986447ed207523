/** The broker: Apache Kafka's own server, as a single node. */
@NullMarked
package fi.kumppani.localstack.kafka;

import org.jspecify.annotations.NullMarked;
