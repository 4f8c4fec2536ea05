"""The same in German, French, Ukrainian, Russian, Polish and Spanish: pages that quote each other carry them along.

Regular expressions without regard to case, with bounded repeats.
"""

_COOKIES = r"\b(?:cookies?\b|кукі|куки|ciastecz)"

ABROAD_LINES = (
    r"(?:alle(?: cookies)? (?:akzeptieren|annehmen|ablehnen)|akzeptieren|zustimmen(?: und weiter)?|einstellungen)",
    r"(?:mehr (?:zum thema|lesen|dazu)|weiterlesen|lesen sie (?:auch|mehr)|zur startseite|nach oben|zum thema)",
    r"(?:artikel|beitrag) (?:teilen|drucken|merken|anhören)",
    r"(?:anzeige|werbung|meistgelesen|auch interessant|newsletter (?:abonnieren|bestellen)|jetzt abonnieren)",
    r"das könnte (?:sie|dich) auch interessieren",
    r"(?:fotos?|bild(?:er)?|zdjęcie|fot|crédits?(?: photo)?|imagen)\.?\s?: ?[^.!?]{1,60}",
    r"(?:tout (?:accepter|refuser)|accepter(?: et (?:fermer|continuer))?|continuer sans accepter|paramétrer)",
    r"(?:lire la suite|(?:à )?lire aussi|sur le même sujet|publicité|s[’']abonner|se connecter|les plus lus)",
    r"(?:partager|imprimer|écouter|sauvegarder)(?: (?:cet|l[’']) ?article)?",
    r"retour (?:en haut|à l[’']accueil)",
    r"(?:прийняти|принять|відхилити|отклонить) (?:всі|усі|все)(?: (?:cookies?|файли cookie|файлы cookie))?",
    r"(?:новини|новости|матеріали|материалы|статті|статьи) (?:за темою|по темі|по теме)",
    r"(?:читати|читать) (?:далі|далее|також|также|повністю|полностью)",
    r"(?:реклама|поділитися|поделиться|коментарі|комментарии|популярне|популярное|головне|главное)",
    r"(?:останні|последние|більше|больше|головні|главные) (?:новини|новости|новин|новостей)",
    r"(?:akceptuj(?:ę)?(?: wszystkie)?|czytaj (?:też|także|dalej|więcej)|reklama|udostępnij)",
    r"(?:aceptar(?: todo| todas)?|leer más|compartir|publicidad|seguir leyendo)",
)
"""A line that is nothing else."""

ABROAD_FIRST = (
    r"(?:lesen sie (?:auch|dazu|mehr)|mehr dazu|(?:à )?lire (?:aussi|également)|voir aussi|lea también|"
    r"czytaj (?:też|także|również))\s?: ",
)
"""The first sentence of a line."""

ABROAD_SENTENCES = (
    r"(?:wir|(?:diese|unsere) (?:web)?(?:seite|site)|unser angebot)(?: und unsere (?:\d{1,4} )?partner)? "
    rf"(?:verwende[nt]|nutz(?:en|t)|setz(?:en|t)|speicher(?:n|t)|benutz(?:en|t))\b.{{0,40}}{_COOKIES}",
    r"(?:nous|ce site|notre site)(?: et nos (?:\d{1,4} )?partenaires)? (?:utilis|stock|dépos)(?:ons|e)\b"
    rf".{{0,40}}{_COOKIES}",
    r"(?:ми|мы|цей (?:веб-?)?сайт|этот (?:веб-?)?сайт|наш (?:веб-?)?сайт)(?: та наші партнери| и наши партнеры)? "
    rf"(?:використову|использу)\w{{1,6}}.{{0,30}}{_COOKIES}",
    rf"(?:ta strona|nasza strona|nasz serwis|my) (?:używa|korzysta|wykorzystuje)(?:my)?\b.{{0,30}}{_COOKIES}",
    rf"(?:(?:este|nuestro) sitio (?:web )?(?:utiliza|usa)|utilizamos|usamos)\b.{{0,30}}{_COOKIES}",
    r"(?:abonnez|inscrivez)-vous à (?:notre|nos|la|cette)\b",
    r"(?:abonnieren|bestellen) sie (?:unseren?|den|hier)\b",
    r"melden sie sich\b.{0,40}\bnewsletter\b",
    r"(?:слідкуйте|стежте|следите) за (?:нами|нашими \w{1,20}|новинами|новостями) (?:в|у|на)\b",
    r"il vous reste \d{1,3}(?:[.,]\d{1,2})? ?% de (?:cet article|ce contenu)\b",
    r"(?:la suite|cet article|ce contenu) est réservée?s? (?:aux|à nos) abonnés",
    r"dieser (?:artikel|inhalt|text) ist (?:nur |exklusiv )?für (?:abonnenten|registrierte)\b",
    r"(?:якщо (?:ви )?(?:знайшли|помітили)|если (?:вы )?(?:нашли|заметили|обнаружили)) (?:помилку|ошибку)\b",
)
"""Any sentence of a line."""
