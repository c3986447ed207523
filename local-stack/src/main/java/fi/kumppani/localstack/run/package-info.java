/** What the run script starts: the engines, every service, and the demonstration data. */
@NullMarked
package fi.kumppani.localstack.run;

import org.jspecify.annotations.NullMarked;
