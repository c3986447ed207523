package fi.kumppani.kit.web;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads texts strictly: only JSON strings, without control characters but tab and line breaks, and
 * without halves of surrogate pairs, which no store and no mail keeps as they are.
 */
final class PlainTextDeserializer extends StdScalarDeserializer<String> {

    PlainTextDeserializer() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(getValueType(context), parser);
        }
        String text = parser.getString();
        if (!isPlain(text)) {
            return (String)
                    context.handleWeirdStringValue(
                            String.class, "", "The text has characters that are not accepted");
        }
        return text;
    }

    static boolean isPlain(String text) {
        return text.codePoints()
                .noneMatch(
                        character ->
                                Character.getType(character) == Character.SURROGATE
                                        || character == 0xFFFE
                                        || character == 0xFFFF
                                        || (Character.isISOControl(character)
                                                && character != '\t'
                                                && character != '\n'
                                                && character != '\r'));
    }
}
