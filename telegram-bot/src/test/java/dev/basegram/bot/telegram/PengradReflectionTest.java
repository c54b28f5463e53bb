package dev.basegram.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.model.Update;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In a native image Gson sees only classes that are registered; what is missing there fails at run time, far from here. */
class PengradReflectionTest {
    private static final String PACKAGE = "com.pengrad.telegrambot.";

    @Test
    void everyClassThatJsonIsReadIntoOrWrittenFromIsRegistered() throws Exception {
        Set<String> registered = registered();
        Set<String> needed = closure(roots());

        Set<String> missing = new TreeSet<>(needed);
        missing.removeAll(registered);

        assertThat(needed).hasSizeGreaterThan(300).contains(PACKAGE + "model.Update", PACKAGE + "model.Chat$Type");
        assertThat(missing).as("classes to add to reflect-config.json").isEmpty();
    }

    @Test
    void everyRegisteredClassExistsAndMayBeAllocatedWithoutAConstructor() throws Exception {
        for (JsonNode entry : config()) {
            Class.forName(entry.get("name").asText(), false, getClass().getClassLoader());
            assertThat(entry.get("unsafeAllocated").asBoolean()).isTrue();
            assertThat(entry.get("allDeclaredFields").asBoolean()).isTrue();
        }
    }

    private static List<Type> roots() throws IOException, URISyntaxException, ClassNotFoundException {
        List<Type> roots = new ArrayList<>(List.of(Update.class));
        for (Class<?> type : classes("response/")) {
            roots.add(type);
        }
        for (Class<?> request : classes("request/")) {
            Stream.<Executable>concat(
                            Stream.of(request.getDeclaredConstructors()), Stream.of(request.getDeclaredMethods()))
                    .filter(member -> Modifier.isPublic(member.getModifiers()))
                    .forEach(member -> roots.addAll(List.of(member.getGenericParameterTypes())));
        }
        return roots;
    }

    private static List<Class<?>> classes(String folder)
            throws IOException, URISyntaxException, ClassNotFoundException {
        Path jar = Path.of(TelegramBot.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Class<?>> found = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (String name : file.stream().map(Object::toString).toList()) {
                if (name.startsWith("com/pengrad/telegrambot/" + folder) && name.endsWith(".class")) {
                    String type =
                            name.substring(0, name.length() - ".class".length()).replace('/', '.');
                    found.add(Class.forName(type, false, TelegramBot.class.getClassLoader()));
                }
            }
        }
        return found;
    }

    private static Set<String> closure(List<Type> roots) throws Exception {
        List<Class<?>> models = classes("model/");
        Set<String> found = new TreeSet<>();
        Deque<Type> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            switch (open.pop()) {
                case ParameterizedType type -> {
                    open.push(type.getRawType());
                    open.addAll(List.of(type.getActualTypeArguments()));
                }
                case GenericArrayType type -> open.push(type.getGenericComponentType());
                case WildcardType type -> open.addAll(List.of(type.getUpperBounds()));
                case Class<?> type when type.isArray() -> open.push(type.getComponentType());
                case Class<?> type
                when isModel(type) && found.add(type.getName()) -> {
                    for (Field field : type.getDeclaredFields()) {
                        if (!Modifier.isStatic(field.getModifiers())) {
                            open.push(field.getGenericType());
                        }
                    }
                    if (type.getSuperclass() != null) {
                        open.push(type.getSuperclass());
                    }
                    models.stream().filter(other -> isBelow(type, other)).forEach(open::push);
                }
                case Class<?> type
                when type.getName().startsWith(PACKAGE) && type.isInterface() ->
                    models.stream().filter(other -> isBelow(type, other)).forEach(open::push);
                default -> {}
            }
        }
        return found;
    }

    /** Which of these is read is decided by a field of the JSON, so that no Java field names them. */
    private static boolean isBelow(Class<?> type, Class<?> other) {
        return type != other && type != Object.class && type.isAssignableFrom(other);
    }

    /** Requests themselves are turned into form fields one by one; only what is inside them becomes JSON. */
    private static boolean isModel(Class<?> type) {
        return (type.getName().startsWith(PACKAGE + "model.")
                        || type.getName().startsWith(PACKAGE + "passport.")
                        || type.getName().startsWith(PACKAGE + "response."))
                && !type.isInterface()
                && !type.getName().contains("$$")
                && !type.getName().endsWith("$Companion");
    }

    private static Set<String> registered() throws IOException {
        Set<String> names = new TreeSet<>();
        config().forEach(entry -> names.add(entry.get("name").asText()));
        return names;
    }

    private static JsonNode config() throws IOException {
        String name = "META-INF/native-image/dev.basegram/telegram-bot/reflect-config.json";
        try (InputStream json = PengradReflectionTest.class.getClassLoader().getResourceAsStream(name)) {
            return new ObjectMapper().readTree(json);
        }
    }
}
