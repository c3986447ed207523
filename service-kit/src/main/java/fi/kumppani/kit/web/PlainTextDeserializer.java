package fi.kumppani.kit.web;

import fi.kumppani.kit.text.PlainText;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads texts strictly: only JSON strings, and only {@link PlainText}. */
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
        if (!PlainText.isPlain(text)) {
            return (String)
                    context.handleWeirdStringValue(
                            String.class, "", "The text has characters that are not accepted");
        }
        return text;
    }
}
