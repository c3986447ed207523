/** The document store: a MongoDB-compatible server that keeps what it has acknowledged. */
@NullMarked
package fi.kumppani.localstack.mongodb;

import org.jspecify.annotations.NullMarked;
