package dev.basegram.bot.telegram;

import java.util.ArrayList;
import java.util.List;

/** Puts files together that Telegram can show together (core.telegram.org/bots/api#sendmediagroup). */
final class Albums {
    /** The most files of one album. */
    static final int MOST = 10;

    private Albums() {}

    /** Returns the files in groups of at most ten that may stand in one album, in their order. */
    static List<List<OutgoingFile>> of(List<OutgoingFile> files) {
        List<List<OutgoingFile>> albums = new ArrayList<>();
        for (OutgoingFile file : files) {
            albums.stream()
                    .filter(album ->
                            album.size() < MOST && album.getFirst().kind().mixesWith(file.kind()))
                    .findFirst()
                    .orElseGet(() -> {
                        List<OutgoingFile> album = new ArrayList<>();
                        albums.add(album);
                        return album;
                    })
                    .add(file);
        }
        return albums;
    }
}
