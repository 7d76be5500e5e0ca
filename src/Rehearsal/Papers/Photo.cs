using SkiaSharp;

namespace NtmServerless.Rehearsal.Papers;

/// <summary>Draws a picture of a class: a hall, a board, rows of people. A real JPEG or PNG, another one for each seed.</summary>
internal static class Photo
{
    public static byte[] Jpeg(int seed) => Draw(seed, 960, 640, SKEncodedImageFormat.Jpeg, 75);

    public static byte[] Png(int seed) => Draw(seed, 480, 320, SKEncodedImageFormat.Png, 100);

    private static byte[] Draw(int seed, int width, int height, SKEncodedImageFormat format, int quality)
    {
        Random random = new(seed);
        using SKBitmap bitmap = new(width, height);
        using SKCanvas canvas = new(bitmap);
        using SKPaint paint = new() { IsAntialias = true };
        canvas.Clear(new SKColor((byte)random.Next(200, 250), (byte)random.Next(215, 245), (byte)random.Next(190, 230)));
        paint.Color = new SKColor(0xC6, 0x28, 0x28);
        canvas.DrawRect(width * 0.2f, height * 0.08f, width * 0.6f, height * 0.16f, paint);
        paint.Color = SKColors.Gold;
        for (int line = 0; line < 3; line++)
            canvas.DrawRect(width * 0.26f, height * (0.105f + line * 0.042f), width * (0.3f + random.NextSingle() * 0.18f), height * 0.018f, paint);
        for (int row = 0; row < 5; row++)
        {
            float size = height * (0.035f + row * 0.008f);
            for (int seat = 0; seat < 10; seat++)
            {
                float x = width * (0.07f + seat * 0.094f + random.NextSingle() * 0.02f);
                float y = height * (0.4f + row * 0.13f);
                paint.Color = new SKColor((byte)random.Next(40, 200), (byte)random.Next(40, 160), (byte)random.Next(60, 200));
                canvas.DrawOval(x, y + size * 1.6f, size * 1.2f, size, paint);
                paint.Color = new SKColor(0xE0, (byte)random.Next(0xAA, 0xC8), 0x96);
                canvas.DrawCircle(x, y, size * 0.8f, paint);
            }
        }

        using SKData data = bitmap.Encode(format, quality);
        return data.ToArray();
    }
}
