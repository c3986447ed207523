package fi.kumppani.kit.store;

import fi.kumppani.kit.confidential.ConfidentialConverters;
import fi.kumppani.kit.outbox.OutboxEntries;
import fi.kumppani.kit.outbox.OutboxRelay;
import fi.kumppani.kit.tenancy.MunicipalityCode;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

import java.time.LocalDate;
import java.util.function.Supplier;

/** Sets up the store: how values are kept, and the collections of aggregates. */
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
public class StoreAutoConfiguration {

    /** How values are kept that the store has no type of its own for. */
    @Bean
    public static MongoCustomConversions mongoCustomConversions(
            ConfidentialConverters confidential) {
        return MongoCustomConversions.create(
                conversions -> {
                    conversions.registerConverter(DayToText.INSTANCE);
                    conversions.registerConverter(TextToDay.INSTANCE);
                    conversions.registerConverter(CodeToText.INSTANCE);
                    conversions.registerConverter(TextToCode.INSTANCE);
                    confidential.all().forEach(conversions::registerConverter);
                });
    }

    /** Keeps class names out of the store: they would outlive the classes. */
    @Bean
    static BeanPostProcessor documentsWithoutClassNames() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof MappingMongoConverter converter) {
                    converter.setTypeMapper(new DefaultMongoTypeMapper(null));
                }
                return bean;
            }
        };
    }

    @Bean
    DocumentMapper documentMapper(MappingMongoConverter converter) {
        return new DocumentMapper(converter);
    }

    @Bean
    StoreIndexes storeIndexes(MongoDatabaseFactory database) {
        return new StoreIndexes(database);
    }

    @Bean
    AggregateCollections aggregateCollections(
            MongoDatabaseFactory database,
            DocumentMapper mapper,
            OutboxEntries entries,
            Supplier<OutboxEntries.Origin> messageOrigin,
            OutboxRelay relay,
            StoreIndexes indexes) {
        return new AggregateCollections(database, mapper, entries, messageOrigin, relay, indexes);
    }

    @WritingConverter
    private enum DayToText implements Converter<LocalDate, String> {
        INSTANCE;

        @Override
        public String convert(LocalDate day) {
            return day.toString();
        }
    }

    @ReadingConverter
    private enum TextToDay implements Converter<String, LocalDate> {
        INSTANCE;

        @Override
        public LocalDate convert(String text) {
            return LocalDate.parse(text);
        }
    }

    @WritingConverter
    private enum CodeToText implements Converter<MunicipalityCode, String> {
        INSTANCE;

        @Override
        public String convert(MunicipalityCode code) {
            return code.value();
        }
    }

    @ReadingConverter
    private enum TextToCode implements Converter<String, MunicipalityCode> {
        INSTANCE;

        @Override
        public MunicipalityCode convert(String text) {
            return new MunicipalityCode(text);
        }
    }
}
