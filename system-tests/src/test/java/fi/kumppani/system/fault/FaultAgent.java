package fi.kumppani.system.fault;

import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.matcher.ElementMatchers;

import java.lang.instrument.Instrumentation;
import java.util.Map;

/**
 * A Java agent that halts a process at a named method, holds it up there, or takes a guard out.
 *
 * <p>Its argument is a list of faults separated by {@code ;}, each {@code kind=class#method}.
 */
public final class FaultAgent {

    private static final Map<String, Class<?>> KINDS =
            Map.of(
                    "halt-before", HaltBefore.class,
                    "halt-after", HaltAfter.class,
                    "delay", Delay.class,
                    "skip", Skip.class,
                    "answer-true", AnswerTrue.class,
                    "answer-false", AnswerFalse.class);

    private FaultAgent() {}

    /** Called by the JVM before the program's main method. */
    public static void premain(String argument, Instrumentation instrumentation) {
        for (String fault : argument.split(";", -1)) {
            install(fault, instrumentation);
        }
    }

    private static void install(String fault, Instrumentation instrumentation) {
        int equals = fault.indexOf('=');
        int hash = fault.indexOf('#');
        Class<?> advice = KINDS.get(fault.substring(0, equals));
        if (advice == null) {
            throw new IllegalArgumentException("No fault of the kind " + fault);
        }
        String type = fault.substring(equals + 1, hash);
        String method = fault.substring(hash + 1);
        new AgentBuilder.Default()
                .type(ElementMatchers.named(type))
                .transform(
                        (builder, _, _, _, _) ->
                                builder.visit(Advice.to(advice).on(ElementMatchers.named(method))))
                .installOn(instrumentation);
    }

    /** Halts as kill -9 would, when the fault is armed and a method is about to run. */
    static final class HaltBefore {

        private HaltBefore() {}

        @Advice.OnMethodEnter
        static void enter() {
            Armed.haltNow();
        }
    }

    /** Halts as kill -9 would, when the fault is armed and a method has just run. */
    static final class HaltAfter {

        private HaltAfter() {}

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit() {
            Armed.haltNow();
        }
    }

    /** Holds a method up for 20 ms each time. */
    static final class Delay {

        private Delay() {}

        @Advice.OnMethodEnter
        static void enter() {
            Armed.delay();
        }
    }

    /** Leaves a method out. */
    static final class Skip {

        private Skip() {}

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter() {
            return true;
        }
    }

    /** Has a guard always answer yes. */
    static final class AnswerTrue {

        private AnswerTrue() {}

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        @SuppressWarnings("UnusedVariable") // written for the method it is woven into
        static void exit(@Advice.Return(readOnly = false) boolean answer) {
            answer = true;
        }
    }

    /** Has a guard always answer no. */
    static final class AnswerFalse {

        private AnswerFalse() {}

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        @SuppressWarnings("UnusedVariable") // written for the method it is woven into
        static void exit(@Advice.Return(readOnly = false) boolean answer) {
            answer = false;
        }
    }
}
