System.Console.WriteLine("sitefactory");
