package dev.basegram.bot.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseUrlTest {
    @Test
    void userAndPasswordAreDecodedAndTheQueryKept() {
        assertThat(DatabaseUrl.parse("postgresql://an%40n:p%2Fa%3As+s%25@db.example.org:6432/base?sslmode=require&x=1"))
                .isEqualTo(new DatabaseUrl.Postgresql(
                        "jdbc:postgresql://db.example.org:6432/base?sslmode=require&x=1", "an@n", "p/a:s+s%"));
        assertThat(DatabaseUrl.parse("postgres://h/d"))
                .isEqualTo(new DatabaseUrl.Postgresql("jdbc:postgresql://h/d", null, null));
    }

    @Test
    void thePasswordIsNotShown() {
        assertThat(DatabaseUrl.parse("postgresql://u:hidden@h/d").toString()).doesNotContain("hidden");
    }

    @Test
    void aDollarReachesTheDataSourceAsItIs() {
        String password = "p$a${b}\\$c$$d";
        SmallRyeConfig config = configured("postgresql://u:" + encoded(password) + "@h/d");
        assertThat(config.getValue("quarkus.datasource.pg.password", String.class))
                .isEqualTo(password);
        assertThat(config.getValue("quarkus.datasource.pg.active", Boolean.class))
                .isTrue();
        assertThat(config.getValue("quarkus.datasource.sqlite.active", Boolean.class))
                .isFalse();
    }

    @Test
    void aFileWithADollarIsThatFile() {
        SmallRyeConfig config = configured("sqlite:/tmp/a$b/${c}.db");
        assertThat(config.getValue("quarkus.datasource.sqlite.jdbc.url", String.class))
                .isEqualTo("jdbc:sqlite:/tmp/a$b/${c}.db");
    }

    @Test
    void withoutTheVariableItIsTheDefaultFile() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new DatabaseUrlConfigSource())
                .build();
        assertThat(config.getValue("quarkus.datasource.sqlite.jdbc.url", String.class))
                .isEqualTo("jdbc:sqlite:data/basegram.db");
    }

    private static SmallRyeConfig configured(String url) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new io.smallrye.config.PropertiesConfigSource(Map.of("DATABASE_URL", url), "test", 500))
                .withSources(new DatabaseUrlConfigSource())
                .build();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
