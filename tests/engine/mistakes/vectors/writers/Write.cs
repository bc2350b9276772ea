using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

/// Prints what Newtonsoft.Json makes of the body in the file named first, by the name of each way.
class Write
{
    static void Main(string[] args)
    {
        var token = JToken.Parse(File.ReadAllText(args[0], Encoding.UTF8));
        var made = new Dictionary<string, string>
        {
            { "default", JsonConvert.SerializeObject(token) },
            { "indented", JsonConvert.SerializeObject(token, Formatting.Indented).Replace("\r\n", "\n") },
            { "ascii", With(StringEscapeHandling.EscapeNonAscii, token) },
            { "html", With(StringEscapeHandling.EscapeHtml, token) },
        };
        var encoded = new Dictionary<string, string>();
        foreach (var each in made)
            encoded[each.Key] = Convert.ToBase64String(Encoding.UTF8.GetBytes(each.Value));
        Console.WriteLine(JsonConvert.SerializeObject(encoded));
    }

    static string With(StringEscapeHandling handling, JToken token)
    {
        return JsonConvert.SerializeObject(
            token, new JsonSerializerSettings { StringEscapeHandling = handling });
    }
}
