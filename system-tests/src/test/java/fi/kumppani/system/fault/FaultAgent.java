package fi.kumppani.system.fault;

import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.utility.JavaModule;

import org.jspecify.annotations.Nullable;

import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A Java agent that halts a process at a named method, holds it up there, or takes a guard out.
 *
 * <p>Its argument is a list of faults separated by {@code ;}, each {@code kind=class#method}, or
 * {@code kind=class#method/2} where only the one with two parameters is meant.
 */
public final class FaultAgent {

    private static final Map<String, Class<?>> KINDS =
            Map.of(
                    Armed.HALT_BEFORE,
                    HaltBefore.class,
                    Armed.HALT_AFTER,
                    HaltAfter.class,
                    "delay",
                    Delay.class,
                    "skip",
                    Skip.class,
                    "answer-true",
                    AnswerTrue.class,
                    "answer-false",
                    AnswerFalse.class,
                    "answer-none",
                    AnswerNone.class,
                    "answer-new",
                    AnswerNew.class,
                    "answer-newest",
                    AnswerNewest.class);

    private FaultAgent() {}

    /** Called by the JVM before the program's main method. */
    public static void premain(String argument, Instrumentation instrumentation) {
        List<String> faults = List.of(argument.split(";", -1));
        Set<String> types = faults.stream().map(FaultAgent::type).collect(Collectors.toSet());
        AgentBuilder agent = new AgentBuilder.Default().with(new LoudFailure(types));
        for (String fault : faults) {
            agent = with(agent, fault);
        }
        var _ = agent.installOn(instrumentation);
    }

    private static AgentBuilder with(AgentBuilder agent, String fault) {
        Class<?> advice = KINDS.get(fault.substring(0, fault.indexOf('=')));
        if (advice == null) {
            throw new IllegalArgumentException("No fault of the kind " + fault);
        }
        ElementMatcher<MethodDescription> method = method(fault);
        return agent.type(ElementMatchers.named(type(fault)))
                .transform((builder, _, _, _, _) -> builder.visit(Advice.to(advice).on(method)));
    }

    private static String type(String fault) {
        return fault.substring(fault.indexOf('=') + 1, fault.indexOf('#'));
    }

    private static ElementMatcher<MethodDescription> method(String fault) {
        String text = fault.substring(fault.indexOf('#') + 1);
        int slash = text.indexOf('/');
        if (slash < 0) {
            return ElementMatchers.named(text);
        }
        return ElementMatchers.<MethodDescription>named(text.substring(0, slash))
                .and(ElementMatchers.takesArguments(Integer.parseInt(text.substring(slash + 1))));
    }

    /** A fault that cannot be brought in must not pass for one that does no harm. */
    private static final class LoudFailure extends AgentBuilder.Listener.Adapter {

        private final Set<String> types;

        LoudFailure(Set<String> types) {
            this.types = types;
        }

        @Override
        public void onError(
                String typeName,
                @Nullable ClassLoader classLoader,
                @Nullable JavaModule module,
                boolean loaded,
                Throwable failure) {
            if (types.contains(typeName)) {
                Armed.giveUp(typeName, failure);
            }
        }
    }

    /** Halts as kill -9 would, when the fault is armed and a method is about to run. */
    static final class HaltBefore {

        private HaltBefore() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Origin("#t") String type, @Advice.Origin("#m") String method) {
            Armed.haltNow(Armed.HALT_BEFORE, type, method);
        }
    }

    /** Halts as kill -9 would, when the fault is armed and a method has just run. */
    static final class HaltAfter {

        private HaltAfter() {}

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit(@Advice.Origin("#t") String type, @Advice.Origin("#m") String method) {
            Armed.haltNow(Armed.HALT_AFTER, type, method);
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

    /** Has a guard always answer yes, unasked. */
    @SuppressWarnings("UnusedVariable") // written for the method it is woven into
    static final class AnswerTrue {

        private AnswerTrue() {}

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter() {
            return true;
        }

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean answer) {
            answer = true;
        }
    }

    /** Has a guard always answer no, unasked. */
    @SuppressWarnings("UnusedVariable") // written for the method it is woven into
    static final class AnswerFalse {

        private AnswerFalse() {}

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter() {
            return true;
        }

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean answer) {
            answer = false;
        }
    }

    /** Has a question for what is known always answer that nothing is. */
    @SuppressWarnings("UnusedVariable") // written for the method it is woven into
    static final class AnswerNone {

        private AnswerNone() {}

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter() {
            return true;
        }

        @Advice.OnMethodExit
        static void exit(
                @Advice.Origin("#r") String type,
                @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object answer) {
            answer = Answers.none(type);
        }
    }

    /** Has what tells one thing from another be another each time it is asked. */
    @SuppressWarnings("UnusedVariable") // written for the method it is woven into
    static final class AnswerNew {

        private AnswerNew() {}

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter() {
            return true;
        }

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) String answer) {
            answer = Answers.fresh();
        }
    }

    /** Has what puts things in order always say that this one is the newest. */
    @SuppressWarnings("UnusedVariable") // written for the method it is woven into
    static final class AnswerNewest {

        private AnswerNewest() {}

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter() {
            return true;
        }

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) long answer) {
            answer = Answers.newest();
        }
    }
}
